import CameraModel

/// Everything that a camera said it can do, as far as the modes asked for go.
struct CameraOffer: Equatable {
    /// In the camera's order.
    var formats: [OfferedFormat]
    /// What libv4lconvert could make of the camera's other formats; empty until somebody needs it.
    var conversions: [OfferedConversion] = []
}

/// One format that a camera lists (VIDIOC_ENUM_FMT).
struct OfferedFormat: Equatable {
    let code: FourCC
    let sizes: OfferedSizes
    /// Of each discrete size, and of each size asked for within a range; none where the driver does not list rates.
    let rates: [FrameSize: OfferedRates]
}

/// A size of YU12 that libv4lconvert makes from a format of the camera's.
struct OfferedConversion: Equatable {
    let wanted: FrameSize
    /// What to set the camera to.
    let code: FourCC
    /// What to set the camera to: larger than `wanted` where the library crops.
    let source: FrameSize
}
