// Gives the documentation plugin the products to document; there is no code here.
