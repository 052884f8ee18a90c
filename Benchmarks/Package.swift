// swift-tools-version: 6.2
import PackageDescription

// What measures is a package of its own, so that users of the library never resolve the harness.
//
//   swift package --package-path Benchmarks --allow-writing-to-package-directory benchmark
let package = Package(
  name: "entente-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "entente", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CMalloc", path: "Benchmarks/CMalloc"),
    .executableTarget(
      name: "GraphBenchmarks",
      dependencies: [
        .product(name: "Entente", package: "entente"), .product(name: "EntenteFormats", package: "entente"),
        .product(name: "Benchmark", package: "benchmark"), "CMalloc",
      ],
      path: "Benchmarks/Graph",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // What compare.py sets beside other tools.
    .executableTarget(
      name: "Rates",
      dependencies: [
        .product(name: "Entente", package: "entente"), .product(name: "EntenteFormats", package: "entente"), "CMalloc",
      ],
      path: "Benchmarks/Rates"),
  ]
)
