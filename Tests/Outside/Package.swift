// swift-tools-version: 6.2
import PackageDescription

// A format as somebody else would write it, in a package of its own, with nothing but what is public.
let package = Package(
  name: "outside",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "entente", path: "../..", traits: [])],
  targets: [
    .target(
      name: "Triples",
      dependencies: [
        .product(name: "Entente", package: "entente"), .product(name: "EntenteFormats", package: "entente"),
      ]),
    .testTarget(name: "TriplesTests", dependencies: ["Triples"]),
  ]
)
