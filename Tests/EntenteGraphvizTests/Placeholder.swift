import Testing
@testable import EntenteGraphviz
