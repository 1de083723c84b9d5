package import CameraModel

/// What can go wrong with a simulated camera.
package enum CameraFault: Hashable, Sendable {
    /// The cable is pulled: an open source is ``CaptureError/disconnected``, and there is nothing to open.
    case unplug
    /// The camera is back.
    case plug
    /// No frame for this long; the sequence does not advance, as a sensor that stands still counts nothing.
    case stall(Duration)
    /// This many frames are taken but reach nobody: the sequence jumps.
    case lose(Int)
    /// This many buffers come back marked as damaged (V4L2_BUF_FLAG_ERROR).
    case damage(Int)
    /// This many buffers are cut off in the middle: coded pictures are delivered so, and it is the recorder who must
    /// notice; a raw picture that is short is ``FrameOutcome/damaged(_:)``.
    case truncate(Int)
    /// Frames come at this rate from now on, whatever was granted.
    case rate(FrameRate)
    /// The input changes its size: ``CaptureError/sourceChanged`` until opened again, which grants the new size.
    case changeSize(width: Int, height: Int)
    /// The driver's clock starts again from 0.
    case wrapTimestamp
    /// The driver stamps every frame with the same time.
    case frozenTimestamp
    /// The driver's stamps are right again.
    case trueTimestamp
    /// Every picture is black from now on.
    case black
    /// Every picture is the one of this moment from now on, with a stamp and a number of its own.
    case frozen
    /// Something lies over the lens from now on: dark, flat and faintly noisy pictures.
    case covered
    /// The picture is the camera's own again, after any of the three above.
    case clear
    /// The driver's counter passes from 2³² - 1 to 0 here: a source opened before starts its count that much higher.
    case wrapSequence
}
