package import CameraModel

/// Watches a running camera: ST-05, ST-06 and ST-07.
package struct CameraCheck: SelfTestCheck {
    private enum State {
        case waiting(begun: MonotonicTime, from: CameraObservation)
        case watching(begun: MonotonicTime, from: CameraObservation, since: MonotonicTime)
    }

    package let lines: [SelfTestLine]
    package let isObserving = true
    private let tap: CameraTap
    private let decoding: (any LumaDecoding)?
    private let limits: SelfTestLimits
    private let watch: Duration
    private var state: State?
    private var pictures: [PictureMeasure] = []
    private var lastPicture: MonotonicTime?
    private var undecodable = 0

    /// A camera that is just being opened has so long for its first frame.
    static let patience = Duration.seconds(4)
    /// A camera that codes by itself has so long for a second picture that can be decoded alone.
    static let picturePatience = Duration.seconds(8)
    /// Of fewer frames, one that is lost would be too large a share; a slow camera is watched for longer.
    static let enoughFrames = 25
    private static let interval = Duration.milliseconds(100)

    /// Watches one camera.
    ///
    /// - Parameters:
    ///   - name: The camera's name in the unit.
    ///   - tap: What the camera's feed observes into.
    ///   - decoding: For cameras that code by themselves.
    ///   - limits: What passes.
    ///   - watch: How long frames are counted.
    package init(
        name: String, tap: CameraTap, decoding: (any LumaDecoding)?, limits: SelfTestLimits, watch: Duration
    ) {
        lines = [.cameraOpens, .frames, .picture].map { SelfTestLine($0, "camera \(name)") }
        self.tap = tap
        self.decoding = decoding
        self.limits = limits
        self.watch = watch
    }

    package mutating func begin(at now: MonotonicTime) {
        state = .waiting(begun: now, from: tap.observation)
        tap.watch(until: now + max(Self.patience + watch * 5 / 2, Self.picturePatience))
    }

    package mutating func step(at now: MonotonicTime) -> CheckProgress {
        let seen = tap.observation
        switch state {
        case .none:
            return .waiting(until: now)
        case .waiting(let begun, let first):
            if let last = seen.lastFrame, last >= begun {
                state = .watching(begun: begun, from: Self.baseline(first, seen), since: now)
                measurePicture(seen.picture, since: begun)
            } else if now - begun >= Self.patience {
                return finish(StreamMeasure(from: first, to: seen, at: now))
            }
        case .watching(let begun, let first, let since):
            measurePicture(seen.picture, since: begun)
            let isEnough = seen.frames - first.frames >= Self.enoughFrames || now - since >= watch * 5 / 2
            if now - since >= watch, isEnough {
                let stream = StreamMeasure(from: first, to: seen, at: now)
                let isLost = seen.failure != nil || stream.frames == 0
                if isLost || pictures.count > 1 || undecodable > 1 || now - begun >= Self.picturePatience {
                    return finish(stream)
                }
            }
        }
        return .waiting(until: now + Self.interval)
    }

    /// Where counting begins: what a camera that ran before lost since then counts, what one that only now begins lost at
    /// its first frame does not.
    private static func baseline(_ first: CameraObservation, _ seen: CameraObservation) -> CameraObservation {
        guard first.lastFrame != nil else { return seen }
        var baseline = seen
        baseline.damaged = first.damaged
        return baseline
    }

    private mutating func measurePicture(_ picture: ObservedPicture?, since begun: MonotonicTime) {
        guard let picture, picture.time >= begun, picture.time != lastPicture else { return }
        lastPicture = picture.time
        do throws(EncodingError) {
            pictures.append(try PictureMeasure(picture, decoding: decoding))
        } catch {
            undecodable += 1
        }
    }

    private func finish(_ stream: StreamMeasure) -> CheckProgress {
        let frames = limits.judgeFrames(stream)
        // Without frames there is no picture to judge: one fault, one code.
        let hasStream = stream.frames > 0 && stream.failure == nil && !stream.isAbsent
        let picture =
            hasStream ? limits.judgePicture(pictures, undecodable: undecodable) : Judgement.skipped("no frames")
        return .finished([limits.judgeCameraOpens(stream), frames, picture])
    }
}
