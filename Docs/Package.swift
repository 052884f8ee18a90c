// swift-tools-version: 6.2
import PackageDescription

// The documentation is a package of its own, so that users of the library never resolve the plugin.
//
//   swift package --package-path Docs generate-documentation --target Entente --warnings-as-errors
let package = Package(
  name: "entente-docs",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "entente", path: ".."),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.3"),
  ],
  targets: [
    .target(
      name: "EntenteDocs",
      dependencies: [
        .product(name: "Entente", package: "entente"), .product(name: "EntenteFormats", package: "entente"),
        .product(name: "EntenteGraphviz", package: "entente"), .product(name: "EntentePage", package: "entente"),
      ])
  ]
)
