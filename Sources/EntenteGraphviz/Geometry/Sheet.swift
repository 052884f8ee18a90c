/// A sheet of any series, as it lies.
struct Sheet: Hashable, Sendable {
  /// For a message: `A3, across`.
  let name: String
  /// In points.
  let size: Size

  /// The room within the margins that printers leave white.
  var room: Size { Size(size.width - 2 * Paper.margin, size.height - 2 * Paper.margin) }

  func holds(_ size: Size) -> Bool { size.width <= room.width && size.height <= room.height }

  init(_ paper: Paper) {
    name = paper.name
    size = paper.size
  }

  /// Upright and across, of so many millimetres.
  static func both(_ name: String, _ width: Double, _ height: Double) -> [Sheet] {
    let (short, long) = (width * Paper.millimetre, height * Paper.millimetre)
    return [
      Sheet(name: "\(name), upright", size: Size(short, long)), Sheet(name: "\(name), across", size: Size(long, short)),
    ]
  }

  private init(name: String, size: Size) {
    self.name = name
    self.size = size
  }
}
