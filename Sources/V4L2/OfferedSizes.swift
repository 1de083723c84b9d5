/// The sizes that a camera lists for one format (VIDIOC_ENUM_FRAMESIZES).
enum OfferedSizes: Hashable {
    case discrete([FrameSize])
    /// V4L2_FRMSIZE_TYPE_STEPWISE, and CONTINUOUS with steps of one.
    case range(smallest: FrameSize, largest: FrameSize, step: FrameSize)

    /// Whether a camera that lists this can take exactly `size`.
    func contains(_ size: FrameSize) -> Bool {
        switch self {
        case .discrete(let sizes):
            sizes.contains(size)
        case .range(let smallest, let largest, let step):
            isStep(size.width, from: smallest.width, to: largest.width, by: step.width)
                && isStep(size.height, from: smallest.height, to: largest.height, by: step.height)
        }
    }

    /// The size within a range that is nearest to `size`, on its steps; `size` itself of a list.
    func nearest(to size: FrameSize) -> FrameSize {
        switch self {
        case .discrete: size
        case .range(let smallest, let largest, let step):
            FrameSize(
                width: nearestStep(size.width, from: smallest.width, to: largest.width, by: step.width),
                height: nearestStep(size.height, from: smallest.height, to: largest.height, by: step.height))
        }
    }
}

/// A step of zero, which some drivers report for a range of one size, counts as one.
private func isStep(_ value: Int, from low: Int, to high: Int, by step: Int) -> Bool {
    value >= low && value <= high && (value - low) % max(1, step) == 0
}

private func nearestStep(_ value: Int, from low: Int, to high: Int, by step: Int) -> Int {
    let held = max(low, min(value, high))
    return held - (held - low) % max(1, step)
}
