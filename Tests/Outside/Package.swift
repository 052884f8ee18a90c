// swift-tools-version: 6.2
import PackageDescription

// Formats as somebody else would write them, in a package of its own, with nothing but what is public: Triples reads and
// writes lines of three words; Atlas writes all that a graph has, as one file, as a folder, and by a process that waits.
let entente: [Target.Dependency] = [
  .product(name: "Entente", package: "entente"), .product(name: "EntenteFormats", package: "entente"),
]

let package = Package(
  name: "outside",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "entente", path: "../..", traits: [])],
  targets: [
    .target(name: "Triples", dependencies: entente),
    .testTarget(name: "TriplesTests", dependencies: ["Triples"]),
    .target(name: "Atlas", dependencies: entente),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .testTarget(name: "AtlasTests", dependencies: ["Atlas", "CLibXML2"]),
  ]
)
