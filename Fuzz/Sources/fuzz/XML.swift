import CParsers

/// libxml2's own trees, of XML and of HTML.
enum XML {
  /// How many elements have that name; `nil` where the bytes are no document.
  static func elements(named name: String, in bytes: [UInt8]) -> Int? {
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue)
    let document = bytes.withUnsafeBytes { bytes in
      xmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    var count = 0
    visit(document) { element in if String(cString: element.pointee.name) == name { count += 1 } }
    return count
  }

  /// Whether libxml2 takes the bytes for a document.
  static func isXML(_ bytes: [UInt8]) -> Bool { elements(named: "", in: bytes) != nil }

  /// What of a page a browser could run: the elements that hold code, and the attributes that do.
  static func code(inHTML bytes: [UInt8]) -> [String] {
    let options = Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue)
    let document = bytes.withUnsafeBytes { bytes in
      htmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", options)
    }
    guard let document else { return ["no document"] }
    defer { xmlFreeDoc(document) }
    var found: [String] = []
    visit(document) { element in
      let name = String(cString: element.pointee.name).lowercased()
      if ["script", "style", "iframe", "object", "embed", "base", "meta", "link", "form"].contains(name) {
        found.append(name)
      }
      var attribute = element.pointee.properties
      while let each = attribute {
        let name = String(cString: each.pointee.name).lowercased()
        if name.hasPrefix("on") { found.append(name) }
        if name == "href" || name == "src", let value = each.pointee.children?.pointee.content {
          let address = String(cString: value).lowercased().filter { $0 > " " }
          if address.hasPrefix("javascript:") || address.hasPrefix("data:text") { found.append(address) }
        }
        attribute = each.pointee.next
      }
    }
    return found
  }

  /// Calls `body` with each element, however deep they stand.
  private static func visit(_ document: xmlDocPtr, _ body: (xmlNodePtr) -> Void) {
    var next = xmlDocGetRootElement(document)
    while let node = next {
      // XML_ELEMENT_NODE, which has no name in Swift.
      let isElement = node.pointee.type.rawValue == 1
      if isElement { body(node) }
      if let child = node.pointee.children, isElement {
        next = child
        continue
      }
      var place: xmlNodePtr? = node
      while let here = place, here.pointee.next == nil { place = here.pointee.parent }
      next = place?.pointee.next
    }
  }
}
