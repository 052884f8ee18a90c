// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, and a warning stops the build.
/// `Lifetimes` lets the cursors over a graph's rows hand out texts without a copy that nobody can keep.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
  name: "entente",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Entente", targets: ["Entente"]),
    .library(name: "EntenteFormats", targets: ["EntenteFormats"]),
    .library(name: "EntenteGraphviz", targets: ["EntenteGraphviz"]),
    .library(name: "EntentePage", targets: ["EntentePage"]),
    .executable(name: "entente", targets: ["EntenteCommand"]),
  ],
  traits: [
    .trait(name: "Command", description: "The command 'entente', and with it its argument parser."),
    .default(enabledTraits: ["Command"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "Entente", swiftSettings: strict),
    .target(
      name: "EntenteFormats", dependencies: ["Entente", "CFiles", "CLibYAML", "CLibZ", "CReading"],
      swiftSettings: strict),
    .target(
      name: "EntenteGraphviz",
      dependencies: [
        "Entente", "EntenteFormats", "CGraphviz", "CDrawing", "CSandbox",
      ], swiftSettings: strict),
    .target(
      name: "EntentePage", dependencies: ["Entente", "EntenteFormats", "EntenteGraphviz"],
      resources: [.embedInCode("Page")], swiftSettings: strict),
    .executableTarget(
      name: "EntenteCommand",
      dependencies: [
        "Entente", "EntenteFormats", "EntenteGraphviz", "EntentePage",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Command"])),
      ], swiftSettings: strict),

    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    // Pango, cairo and librsvg are opened when something is drawn (CDrawing.h says why).
    .target(name: "CLoading"),
    // What a process that lays out gives up, and how it is started.
    .target(name: "CSandbox"),
    .target(name: "CDrawing", dependencies: ["CLoading"]),
    // libxml2 and libzip are opened when a file needs them.
    .target(name: "CReading", dependencies: ["CLoading"]),
    .systemLibrary(name: "CFiles"),
    .systemLibrary(
      name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    .testTarget(name: "EntenteTests", dependencies: ["Entente"], swiftSettings: strict),
    .testTarget(name: "EntenteFormatsTests", dependencies: ["EntenteFormats"], swiftSettings: strict),
    .testTarget(
      name: "EntenteGraphvizTests", dependencies: ["EntenteGraphviz"], exclude: ["Fixtures", "References"],
      swiftSettings: strict),
    .testTarget(
      name: "EntentePageTests", dependencies: ["EntentePage"], exclude: ["Fixtures", "Modules"],
      swiftSettings: strict),
    .testTarget(name: "EntenteCommandTests", dependencies: ["EntenteCommand"], swiftSettings: strict),
  ]
)
