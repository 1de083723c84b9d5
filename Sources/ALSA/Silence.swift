import CALSA
import CameraModel

/// Stops alsa-lib's own messages to stderr, for the whole process and once.
private let silenced = calsa_silence_messages()

func silenceALSA() throws(CaptureError) {
    try asCaptureError { () throws(PCMFault) in _ = try check(silenced, "snd_lib_error_set_handler") }
}
