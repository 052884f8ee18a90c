import Testing

@Suite("Files that cannot be read")
struct FileFaultTests {
  @Test("A file that is not there is named, with the nearest that is")
  func noSuchFile() throws {
    try expect(
      ["kuril.yaml": "title: x\n"],
      prints: #"""
        kurils.yaml: error: the file cannot be read: there is no such file
          did you mean 'kuril.yaml'?
        """#)
  }

  @Test("A folder is one of tables")
  func folder() throws {
    try expect(
      ["kurils.yaml/other.yaml": "title: x\n"],
      prints: #"""
        kurils.yaml: error: the folder has neither nodes.csv nor edges.csv
          name the tables in it, one by one
        """#)
  }

  @Test("Every file that cannot be read is named, and no name is called unknown that one of them may have")
  func severalFiles() throws {
    try expect(
      #"""
      relations:
        - japan clams kurils
        - japan
      """#,
      reading: ["gone.yaml", "kurils.yaml", "lost.yaml"],
      prints: #"""
        gone.yaml: error: the file cannot be read: there is no such file
        kurils.yaml:3:5: error: a relation begins with three words, subject type object; 'japan' has 1
            - japan
              ^~~~~
          for example: japan claims southern-kurils: {when: 1945~/..}
        lost.yaml: error: the file cannot be read: there is no such file
        """#)
  }

  @Test("An empty file")
  func empty() throws {
    try expect(
      ["kurils.yaml": ""],
      prints: #"""
        kurils.yaml: error: the file is empty
          a graph file begins so: title: The Southern Kuril Islands dispute
        """#)
  }

  @Test("A comment alone is an empty file")
  func onlyAComment() throws {
    try expect(
      #"""
      # to be written
      """#,
      prints: #"""
        kurils.yaml: error: the file is empty
          a graph file begins so: title: The Southern Kuril Islands dispute
        """#)
  }

  @Test("A file in another encoding, with the place of its first wrong byte")
  func notUTF8() throws {
    try expect(
      [
        "kurils.yaml": .bytes([
          0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0x4b, 0x75, 0x72, 0x69, 0x6c, 0x73, 0xa, 0x6e, 0x6f, 0x74, 0x65,
          0x3a, 0x20, 0x43, 0x61, 0x66, 0xe9, 0xa,
        ])
      ],
      prints: #"""
        kurils.yaml:2:10: error: the file is not UTF-8: it has the byte 0xE9 here; it looks like Latin-1, where that is 'é'
          note: Caf�
                   ^
          save it as UTF-8
        """#)
  }

  @Test("A file in UTF-16")
  func utf16() throws {
    try expect(
      [
        "kurils.yaml": .bytes([
          0xff, 0xfe, 0x74, 0x0, 0x69, 0x0, 0x74, 0x0, 0x6c, 0x0, 0x65, 0x0, 0x3a, 0x0, 0x20, 0x0, 0x78, 0x0, 0xa, 0x0,
        ])
      ],
      prints: #"""
        kurils.yaml:1:1: error: the file is UTF-16, not UTF-8
          ��t�i�t�l�e�:� �x�
          ^
          save it as UTF-8
        """#)
  }

  @Test("A control character")
  func controlCharacter() throws {
    try expect(
      #"""
      title: a\#u{1}b
      """#,
      prints: #"""
        kurils.yaml:1:9: error: U+0001 is a control character, which no graph file may have
          title: a�b
                  ^
          take it out
        """#)
  }

  @Test("A list is no graph file")
  func list() throws {
    try expect(
      #"""
      - japan
      - russia
      """#,
      prints: #"""
        kurils.yaml:1:1: error: a graph file has keys such as title, documents and relations; this is a list
          - japan
          ^
        """#)
  }

  @Test("Two YAML documents in one file")
  func twoDocuments() throws {
    try expect(
      #"""
      title: a
      ---
      title: b
      """#,
      prints: #"""
        kurils.yaml:2:1: error: a second YAML document begins here; a graph file is one
          ---
          ^~~
          take the line '---' out, or make two files of it: several are merged when named together
        """#)
  }
}
