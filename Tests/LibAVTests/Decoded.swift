import CameraModel
import Foundation

/// The last picture of a stream as FFmpeg's program decodes it: planar 4:2:0.
struct Decoded {
    var bytes: [UInt8]
    var width: Int
    var height: Int

    static func last(of stream: [UInt8], _ ending: String, _ width: Int, _ height: Int) throws -> Decoded {
        try Judge.withFile(stream, ending) { (file: String) throws in
            let raw = file + ".yuv"
            defer { try? FileManager.default.removeItem(atPath: raw) }
            // The range as it is: nothing is to be converted on the way.
            _ = try Judge.run("ffmpeg", ["-v", "error", "-i", file, "-f", "rawvideo", raw])
            let all = [UInt8](try Data(contentsOf: URL(fileURLWithPath: raw)))
            return Decoded(bytes: Array(all.suffix(width * height * 3 / 2)), width: width, height: height)
        }
    }

    /// Against ``Samples/luma(_:_:_:)`` of picture `index`.
    func worstDifference(from index: Int) -> Int {
        var worst = 0
        for y in 0..<height {
            for x in 0..<width {
                worst = max(worst, abs(Int(bytes[y * width + x]) - Int(Samples.luma(x, y, index))))
            }
        }
        return worst
    }

    /// Against ``Samples/chroma(_:of:)``, away from the edge between the two sides.
    func worstChromaDifference() -> Int {
        let (half, rows) = (width / 2, height / 2)
        var worst = 0
        for y in 0..<rows {
            for x in 0..<half where abs(x - half / 2) > 4 {
                let (blue, red) = Samples.chroma(x, of: half)
                worst = max(worst, abs(Int(bytes[width * height + y * half + x]) - Int(blue)))
                worst = max(worst, abs(Int(bytes[width * height + rows * half + y * half + x]) - Int(red)))
            }
        }
        return worst
    }
}
