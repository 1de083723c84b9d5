/// Where the parts of a simulated picture lie that are for people: below the code a panel with clock and flash, below
/// that a track of coloured stripes with bars that move.
struct PictureLayout: Hashable, Sendable {
    /// One upright stripe of the background.
    ///
    /// Values as in Rec. ITU-R BT.601.
    struct Stripe: Hashable, Sendable {
        var area: PixelRectangle
        var luma: UInt8
        var blue: UInt8
        var red: UInt8
    }

    static let panelLuma: UInt8 = 40

    /// Edge of one pixel of the clock's characters; 0 where there is no room.
    let digitSize: Int
    /// The square that is white on the first frame of a second.
    let flash: PixelRectangle?
    let stripes: [Stripe]
    private let clock: PixelRectangle
    private let track: PixelRectangle

    init(width: Int, height: Int) {
        let codeHeight = (PictureCode.height(width: width, height: height) + 1) / 2 * 2
        let room = height - codeHeight
        let panelHeight = room / 5 * 2 / 2 * 2
        // Twelve characters of 5 pixels and one between; a margin of one above and below.
        let size = max(0, min(width * 3 / 4 / 72, panelHeight / 9))
        digitSize = size
        clock = PixelRectangle(
            x: size * 2, y: codeHeight + (panelHeight - 7 * size) / 2, width: 72 * size, height: 7 * size)
        let edge = panelHeight * 3 / 4
        flash =
            edge >= 4 && size * 74 + edge * 9 / 8 <= width
            ? PixelRectangle(
                x: width - edge * 9 / 8, y: codeHeight + (panelHeight - edge) / 2, width: edge, height: edge) : nil
        let track = PixelRectangle(x: 0, y: codeHeight + panelHeight, width: width, height: room - panelHeight)
        self.track = track
        // 75 % colour bars, darkened to the third that keeps white digits the brightest thing.
        let colours: [(UInt8, UInt8, UInt8)] = [
            (150, 128, 128), (135, 60, 142), (120, 156, 50), (105, 84, 64),
            (90, 172, 192), (75, 104, 206), (60, 198, 114), (45, 128, 128),
        ]
        stripes = colours.enumerated().map { index, colour in
            let left = index * width / 8 / 2 * 2
            let right = index == 7 ? width : (index + 1) * width / 8 / 2 * 2
            return Stripe(
                area: PixelRectangle(x: left, y: track.y, width: right - left, height: track.height),
                luma: colour.0, blue: colour.1, red: colour.2)
        }
    }

    /// The box of the clock's character `index`; `nil` where there is no room for a clock.
    func character(_ index: Int) -> PixelRectangle? {
        guard digitSize > 0 else { return nil }
        return PixelRectangle(
            x: clock.x + index * 6 * digitSize, y: clock.y, width: 5 * digitSize, height: 7 * digitSize)
    }

    /// Two bars for a frame: one moves to the right in the track's upper half, one to the left in its lower.
    func bars(number: Int64) -> [PixelRectangle] {
        let width = max(2, track.width / 16)
        let room = track.width - width
        guard room > 0, track.height >= 2 else { return [] }
        let step = Int64(max(1, track.width / 64))
        let x = Int(number % (Int64(room) + 1) * step % (Int64(room) + 1))
        let half = track.height / 2
        return [
            PixelRectangle(x: x, y: track.y, width: width, height: half),
            PixelRectangle(x: room - x, y: track.y + half, width: width, height: track.height - half),
        ]
    }
}
