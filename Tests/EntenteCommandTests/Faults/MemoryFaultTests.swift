#if os(Linux)
  import Foundation
  import Testing

  /// When memory ends, a process may end; a file that it was writing is then the old one, or the new one, whole.
  @Suite("Memory that ends")
  struct MemoryFaultTests {
    @Test("Whatever the limit, the output is the old file or the new one")
    func limits() throws {
      let folder = try Scratch.folder()
      let whole = folder.appending(path: "whole.graphml")
      #expect(
        try Entente.run("export", Entente.seed, "-o", whole.path, "--format", "graphml", "--quiet").status == 0)
      let new = try Data(contentsOf: whole)
      try FileManager.default.removeItem(at: whole)
      let output = folder.appending(path: "out.graphml")
      var ends: [Int32: Int] = [:]
      for megabytes in stride(from: 20, through: 700, by: 40) {
        try "old".write(to: output, atomically: false, encoding: .utf8)
        let line =
          "ulimit -v \(megabytes * 1024); timeout -s KILL 4 \"$entente\" export \"$seed\" -o out.graphml --quiet"
        let outcome = try Shell.run(line, in: folder, environment: ["SWIFT_BACKTRACE": "enable=no"])
        ends[outcome.status, default: 0] += 1
        let found = try Data(contentsOf: output)
        // A process that ends in need may have been done with its output.
        let allowed = outcome.status == 0 ? [new] : [new, Data("old".utf8)]
        #expect(allowed.contains(found), "\(megabytes) MB: \(outcome)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.graphml"])
      }
      #expect(ends.count > 1, "\(ends)")
    }

    @Test("Where there is no room for a thread, the command ends with a message instead of waiting for ever")
    func noThread() throws {
      let folder = try Scratch.folder()
      var told = 0
      for megabytes in stride(from: 60, through: 130, by: 5) {
        let line =
          "ulimit -v \(megabytes * 1024); timeout -s KILL 60 \"$entente\" export \"$seed\" -o out.graphml --quiet; exit $?"
        let outcome = try Shell.run(line, in: folder, environment: ["SWIFT_BACKTRACE": "enable=no"])
        #expect(outcome.status != 137, "\(megabytes) MB: it waits for ever")
        guard outcome.errors.contains("ulimit -v") else { continue }
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("this process may use \(megabytes) MB (ulimit -v)"), "\(outcome.errors)")
        told += 1
      }
      #expect(told > 0)
    }

    /// A library that is loaded first, and lets one allocation of libxml2 or zlib fail: the one whose number the environment
    /// has. Their own hooks do it: what Swift and Foundation allocate is not touched.
    private static let shim = #"""
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <zlib.h>
      static long count, failing;
      static int fails(void) { return ++count == failing; }
      static void *make(size_t size) { return fails() ? 0 : malloc(size); }
      static void *change(void *old, size_t size) { return fails() ? 0 : realloc(old, size); }
      static char *copy(const char *text) { return fails() ? 0 : strdup(text); }
      static void *zmake(void *unused, unsigned items, unsigned size) { return make((size_t)items * size); }
      static void zfree(void *unused, void *memory) { free(memory); }
      int inflateInit2_(z_streamp stream, int bits, const char *version, int size) {
        int (*original)(z_streamp, int, const char *, int) = dlsym(RTLD_NEXT, "inflateInit2_");
        stream->zalloc = zmake;
        stream->zfree = zfree;
        return original(stream, bits, version, size);
      }
      int deflateInit2_(z_streamp stream, int level, int method, int bits, int memory, int strategy, const char *version,
                        int size) {
        int (*original)(z_streamp, int, int, int, int, int, const char *, int) = dlsym(RTLD_NEXT, "deflateInit2_");
        stream->zalloc = zmake;
        stream->zfree = zfree;
        return original(stream, level, method, bits, memory, strategy, version, size);
      }
      __attribute__((constructor)) static void begin(void) {
        const char *number = getenv("FAILING");
        failing = number ? atol(number) : 0;
        // The command opens the library when it needs it, and gets this one.
        void *library = dlopen("libxml2.so.2", RTLD_NOW);
        int (*setup)(void *, void *, void *, void *) = library ? dlsym(library, "xmlMemSetup") : 0;
        if (setup) setup(free, make, change, copy);
      }
      __attribute__((destructor)) static void end(void) {
        const char *path = getenv("COUNTED");
        FILE *file = path ? fopen(path, "w") : 0;
        if (!file) return;
        fprintf(file, "%ld", count);
        fclose(file);
      }
      """#

    private static let graphml = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <!DOCTYPE graphml>
      <graphml><key id="k" for="node" attr.name="k"/><graph edgedefault="directed"><node id="a"><data key="k">v</data></node>
      <node id="b"/><edge source="a" target="b"/></graph></graphml>
      """

    @Test(
      "Each allocation of libxml2 and zlib that fails is an error with a message, or nothing that matters",
      arguments: ["latin.graphml", "table.xlsx", "packed.graphml.gz", "to.gz"])
    func allocations(name: String) throws {
      let folder = try Scratch.folder()
      try Self.shim.write(to: folder.appending(path: "shim.c"), atomically: false, encoding: .utf8)
      try Self.graphml.write(to: folder.appending(path: "latin.graphml"), atomically: false, encoding: .utf8)
      let sheet = """
        import sys; sys.path.insert(0, '\(Entente.root.path)/Fuzz/Hostile'); import hostile_files as h
        open('table.xlsx', 'wb').write(h.workbook(h.sheet([('source', 'target'), ('a', 'b')])))
        """
      let made = try Shell.run(
        "clang -Wno-everything -shared -fPIC shim.c -o shim.so -ldl && gzip -kc latin.graphml >packed.graphml.gz "
          + "&& python3 -c \"$sheet\"", in: folder, environment: ["sheet": sheet])
      #expect(made.status == 0, "\(made.errors)")
      let input = name == "to.gz" ? "latin.graphml" : name
      let output = name == "to.gz" ? "out.json.gz" : "out.json"
      let line =
        "COUNTED=counted FAILING=$number LD_PRELOAD=./shim.so \"$entente\" export \(input) -o \(output) --quiet --no-sync"
      func run(_ number: Int) throws -> Entente.Outcome {
        try Shell.run(line, in: folder, environment: ["number": "\(number)", "SWIFT_BACKTRACE": "enable=no"])
      }
      let undisturbed = try run(0)
      #expect(undisturbed.status == 0, "\(undisturbed.errors)")
      let whole = try Data(contentsOf: folder.appending(path: output))
      let count = try #require(Int(String(contentsOf: folder.appending(path: "counted"), encoding: .utf8)))
      #expect(count > 0)
      for number in stride(from: 1, through: count, by: 1 + count / 150) {
        try FileManager.default.removeItem(at: folder.appending(path: output))
        try "old".write(to: folder.appending(path: output), atomically: false, encoding: .utf8)
        let outcome = try run(number)
        let found = try Data(contentsOf: folder.appending(path: output))
        #expect(outcome.status == 0 || outcome.status == 1, "\(number) of \(count): \(outcome)")
        #expect(found == (outcome.status == 0 ? whole : Data("old".utf8)), "\(number) of \(count): \(outcome)")
        if outcome.status == 1 { #expect(outcome.errors.contains("error: "), "\(number): \(outcome)") }
      }
    }
  }
#endif
