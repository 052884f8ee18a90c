// swift-tools-version: 6.2
import PackageDescription

// What searches for inputs that break a promise, a package of its own, so that users of the library never build it.
//
//   Scripts/fuzz --seconds 60 edtf yaml
let package = Package(
  name: "entente-fuzz",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fuzz", targets: ["fuzz"])],
  dependencies: [.package(name: "entente", path: "..", traits: [])],
  targets: [
    // Other parsers of the formats that Entente writes: Graphviz's, libxml2 and libcsv, and serd for Turtle.
    .systemLibrary(
      name: "CParsers", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev", "libcsv-dev"]), .brew(["libxml2", "libcsv"])]),
    .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"]), .brew(["serd"])]),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "Entente", package: "entente"), .product(name: "EntenteFormats", package: "entente"),
        .product(name: "EntenteGraphviz", package: "entente"), .product(name: "EntentePage", package: "entente"),
        "CParsers", "CSerd",
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
