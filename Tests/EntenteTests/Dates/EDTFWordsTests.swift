import Testing

@testable import Entente

@Suite struct EDTFWordsTests {
  static let words: KeyValuePairs<String, String> = [
    "1956": "1956",
    "1956-10": "Oct 1956",
    "1960-01-27": "27 Jan 1960",
    "1960-01-27T10:30:00": "27 Jan 1960, 10:30:00",
    "1960-01-27T10:30:00+09:00": "27 Jan 1960, 10:30:00 UTC+09:00",
    "-1273": "1274 BC",
    "0000": "1 BC",
    "0079": "AD 79",
    "Y17E8": "1700000000",
    "1945~": "about 1945",
    "1945?": "1945?",
    "1945%": "about 1945?",
    "2004-06-~11": "about 11 Jun 2004",
    "193X": "1930s",
    "190X": "1900–1909",
    "19XX": "1900–1999",
    "-005X": "60–51 BC",
    "1X5X": "1X5X",
    "1X5X-12": "Dec 1X5X",
    "156X-12-25": "25 Dec 1560s",
    "XXXX-12-XX": "Dec year unknown, day unknown",
    "1985-XX": "1985, month unknown",
    "1985-XX-XX": "1985, month and day unknown",
    "1985-04-XX": "Apr 1985, day unknown",
    "1985-XX-12": "12 of an unknown month, 1985",
    "1984-1X": "Oct–Dec 1984",
    "1984-11-2X": "20–29 Nov 1984",
    "1984-11-X8": "8, 18 or 28 Nov 1984",
    "1950S2": "about 1950 (1900–1999)",
    "1956-21": "spring 1956",
    "1956-24": "winter 1956/57",
    "1956-28": "winter 1956/57, northern",
    "1956-29": "spring 1956, southern",
    "1956-30": "summer 1956/57, southern",
    "1956-34": "second quarter of 1956",
    "1956-39": "third four months of 1956",
    "1956-41": "second half of 1956",
    "1945/1956": "1945–1956",
    "-1273/-1258": "1274–1259 BC",
    "1945~/1956": "about 1945 to 1956",
    "1956-10-19/1960-01": "19 Oct 1956 to Jan 1960",
    "1945~/..": "since about 1945",
    "1945/": "from 1945, end unknown",
    "../1875?": "until 1875?",
    "/1945": "until 1945, start unknown",
    "../..": "always",
    "[2018-11..]": "Nov 2018 or later",
    "{1945..}": "1945 and later",
    "[..1984]": "1984 or earlier",
    "[1667,1668,1670..1672]": "1667, 1668 or 1670–1672",
    "{1960,1961-12~}": "1960 and about Dec 1961",
  ]

  @Test(arguments: words.map { ($0.key, $0.value) })
  func aReaderCanReadIt(_ text: String, _ words: String) throws {
    #expect(try EDTF(text).words == words)
  }
}
