import CameraModel

@testable import V4L2

func rate(_ frames: UInt32, _ seconds: UInt32 = 1) -> FrameRate {
    sound(FrameRate(frames: frames, seconds: seconds))
}

func code(_ text: String) -> FourCC {
    sound(FourCC(text))
}

func size(_ width: Int, _ height: Int) -> FrameSize {
    FrameSize(width: width, height: height)
}

func mode(_ coding: String, _ width: Int, _ height: Int, _ frames: UInt32 = 30) -> VideoMode {
    VideoMode(coding: sound(VideoCoding(coding)), width: width, height: height, rate: rate(frames))
}

/// A format with discrete sizes that all run at the same rates.
func format(_ text: String, _ sizes: [FrameSize], at rates: [FrameRate]) -> OfferedFormat {
    OfferedFormat(
        code: code(text), sizes: .discrete(sizes),
        rates: Dictionary(uniqueKeysWithValues: sizes.map { ($0, .discrete(rates)) }))
}

/// A value that only a mistake in a test can make `nil`.
private func sound<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a fixture is misspelt") }
    return value
}
