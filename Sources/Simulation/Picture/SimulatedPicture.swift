import CameraModel

/// The picture of a simulated camera: the code on top, a clock for people, and bars that move.
///
/// It is drawn in place: each frame changes only what differs from the frame before, which keeps a shift of hours cheap.
struct SimulatedPicture: Sendable {
    private(set) var surface: PictureSurface
    private let layout: PictureLayout
    private var shownCode: PictureCode?
    private var shownClock: [Character] = []
    private var shownFlash: Bool?
    private var shownBars: [PixelRectangle] = []
    private var isDark = false

    init(pixels: PixelFormat, width: Int, height: Int) {
        surface = PictureSurface(pixels: pixels, width: width, height: height)
        layout = PictureLayout(width: width, height: height)
        drawBackground()
    }

    /// Shows a frame.
    ///
    /// - Parameters:
    ///   - number: The index of the frame's instant since the shift's start.
    ///   - nanoseconds: That instant, since the shift's start.
    ///   - isMark: Whether it is the first frame of a whole second, which flashes.
    mutating func show(number: Int64, nanoseconds: Int64, isMark: Bool) {
        if isDark {
            // Nothing of what is remembered as shown is there any more.
            self = SimulatedPicture(pixels: surface.pixels, width: surface.width, height: surface.height)
        }
        let milliseconds = (nanoseconds + 500_000) / 1_000_000
        draw(
            PictureCode(
                number: UInt32(truncatingIfNeeded: number), milliseconds: UInt32(truncatingIfNeeded: milliseconds)))
        drawClock(milliseconds)
        drawFlash(isMark)
        drawBars(number)
    }

    /// Shows nothing but grey, in no colour.
    ///
    /// - Parameters:
    ///   - luma: Its brightness.
    ///   - noise: Every other row is a step brighter, and which depends on this number; `nil` for none.
    mutating func showDark(luma: UInt8, noise: Int64?) {
        let whole = PixelRectangle(x: 0, y: 0, width: surface.width, height: surface.height)
        if !isDark { surface.fill(whole, blue: 128, red: 128) }
        isDark = true
        surface.fill(whole, luma: luma)
        guard let noise else { return }
        for y in stride(from: Int(noise & 1), to: surface.height, by: 2) {
            surface.fill(PixelRectangle(x: 0, y: y, width: surface.width, height: 1), luma: luma + 1)
        }
    }

    private mutating func draw(_ code: PictureCode) {
        for index in 0..<96 where shownCode?.bit(index) != code.bit(index) {
            surface.fill(
                PictureCode.cell(index, width: surface.width, height: surface.height),
                luma: code.bit(index) ? PictureCode.white : PictureCode.black)
        }
        shownCode = code
    }

    private mutating func drawClock(_ milliseconds: Int64) {
        let seconds = milliseconds / 1000
        let parts = [(seconds / 3600 % 100, 2), (seconds / 60 % 60, 2), (seconds % 60, 2), (milliseconds % 1000, 3)]
        var characters: [Character] = []
        for (index, (value, width)) in parts.enumerated() {
            if index > 0 { characters.append(index == 3 ? "." : ":") }
            let digits = Array(String(value))
            characters += [Character](repeating: "0", count: width - digits.count) + digits
        }
        for (index, character) in characters.enumerated()
        where index >= shownClock.count || shownClock[index] != character {
            draw(character, at: index)
        }
        shownClock = characters
    }

    private mutating func draw(_ character: Character, at index: Int) {
        guard let box = layout.character(index) else { return }
        surface.fill(box, luma: PictureLayout.panelLuma)
        let size = layout.digitSize
        for (y, row) in DigitFont.rows(of: character).enumerated() {
            for x in 0..<5 where row >> (4 - x) & 1 == 1 {
                surface.fill(
                    PixelRectangle(x: box.x + x * size, y: box.y + y * size, width: size, height: size),
                    luma: PictureCode.white)
            }
        }
    }

    private mutating func drawFlash(_ isOn: Bool) {
        guard shownFlash != isOn, let area = layout.flash else { return }
        surface.fill(area, luma: isOn ? PictureCode.white : PictureCode.black)
        shownFlash = isOn
    }

    private mutating func drawBars(_ number: Int64) {
        let bars = layout.bars(number: number)
        for bar in shownBars { restore(bar) }
        for (index, bar) in bars.enumerated() { surface.fill(bar, luma: index == 0 ? 210 : 60) }
        shownBars = bars
    }

    /// Puts the background's luma back; nothing that moves touches colour.
    private mutating func restore(_ area: PixelRectangle) {
        for stripe in layout.stripes {
            let left = max(area.x, stripe.area.x)
            let right = min(area.x + area.width, stripe.area.x + stripe.area.width)
            guard left < right else { continue }
            surface.fill(
                PixelRectangle(x: left, y: area.y, width: right - left, height: area.height), luma: stripe.luma)
        }
    }

    private mutating func drawBackground() {
        surface.fill(
            PixelRectangle(x: 0, y: 0, width: surface.width, height: surface.height), luma: PictureLayout.panelLuma)
        for stripe in layout.stripes {
            surface.fill(stripe.area, luma: stripe.luma)
            surface.fill(stripe.area, blue: stripe.blue, red: stripe.red)
        }
    }
}
