import CameraModel

/// What to set a camera to, and what will be lent of it.
struct ModeChoice: Equatable {
    /// Which of the modes asked for it serves, from 0: the smaller, the better.
    let rank: Int
    /// What the frames will be: never `.vendor`.
    let coding: VideoCoding
    /// Of the frames that are lent.
    let size: FrameSize
    /// The listed rate nearest to the one asked for.
    let rate: FrameRate
    /// What to set the camera to.
    let code: FourCC
    /// What to set the camera to; differs from `size` only where a conversion crops.
    let source: FrameSize

    /// Whether libv4lconvert stands between.
    let isConverted: Bool
}
