/// The part of a simulated picture that machines read, and where in the picture it lies.
///
/// The code is 96 black or white cells. A picture at least 256 pixels wide has 3 rows of 32; from 128 pixels 6 rows of
/// 16; below, 12 rows of 8. Rows are a twelfth of the picture's height each, from the top; cell `i` of a row of `n`
/// reaches from pixel `i * width / n` to pixel `(i + 1) * width / n`, and likewise for rows, each rounded down.
/// A scaled picture therefore keeps its code. From 64x96 on, every cell is at least 8x8 pixels.
///
/// Left to right and top to bottom, most significant bit first, white is 1: the frame's number (32 bits), its time in
/// milliseconds since the shift's start, to the nearest (32 bits), and the check: number XOR time XOR 0xA5C35A3C.
package struct PictureCode: Hashable, Sendable {
    /// The index of the frame's instant since the shift's start, modulo 2³².
    package var number: UInt32
    /// Milliseconds since the shift's start, modulo 2³².
    package var milliseconds: UInt32

    package init(number: UInt32, milliseconds: UInt32) {
        self.number = number
        self.milliseconds = milliseconds
    }

    /// Luma of a 0: the nominal black of ITU-R BT.601.
    package static let black: UInt8 = 16
    /// Luma of a 1: the nominal white of ITU-R BT.601.
    package static let white: UInt8 = 235
    static let key: UInt32 = 0xA5C3_5A3C
    static let rowsInPicture = 12

    /// Number, time and check.
    var words: [UInt32] {
        [number, milliseconds, number ^ milliseconds ^ Self.key]
    }

    /// The value of cell `index`, counted from the top left.
    func bit(_ index: Int) -> Bool {
        words[index / 32] >> (31 - index % 32) & 1 == 1
    }

    /// Cells in a row of a picture `width` pixels wide.
    static func columns(width: Int) -> Int {
        width >= 256 ? 32 : width >= 128 ? 16 : 8
    }

    /// Where cell `index` lies, in pixels.
    static func cell(_ index: Int, width: Int, height: Int) -> PixelRectangle {
        let columns = columns(width: width)
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        let (left, right) = (column * width / columns, (column + 1) * width / columns)
        let (top, bottom) = (row * height / rowsInPicture, (row + 1) * height / rowsInPicture)
        return PixelRectangle(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// How many rows of pixels the code takes.
    static func height(width: Int, height: Int) -> Int {
        96 / columns(width: width) * height / rowsInPicture
    }

    /// Reads the code from a picture, by the middle of each cell.
    ///
    /// - Parameters:
    ///   - luma: Rows of one byte a pixel, without padding.
    ///   - width: Of the picture, in pixels.
    ///   - height: Of the picture, in pixels.
    /// - Returns: `nil` when the picture is short, or its check does not match.
    package static func decode(luma: [UInt8], width: Int, height: Int) -> PictureCode? {
        guard width > 0, height > 0, luma.count >= width * height else { return nil }
        var words: [UInt32] = [0, 0, 0]
        for index in 0..<96 {
            let cell = cell(index, width: width, height: height).middle
            var sum = 0
            for y in cell.y..<(cell.y + cell.height) {
                for x in cell.x..<(cell.x + cell.width) { sum += Int(luma[y * width + x]) }
            }
            let isWhite = sum > 128 * cell.width * cell.height
            words[index / 32] = words[index / 32] << 1 | (isWhite ? 1 : 0)
        }
        let code = PictureCode(number: words[0], milliseconds: words[1])
        return code.words == words ? code : nil
    }
}
