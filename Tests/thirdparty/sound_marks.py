"""The tones of a simulated microphone: at each whole second k of the shift, 50 ms of 500 + 100 * (k mod 10) Hz, a sine
that begins at phase 0."""

import numpy as np

LENGTH = 0.05


def frequency(second):
    return 500 + 100 * (second % 10)


def template(second, rate):
    times = np.arange(int(round(LENGTH * rate))) / rate
    return np.sin(2 * np.pi * frequency(second) * times)


def find(samples, second, rate):
    """Where the tone of this second begins in samples.

    Returns the position in samples, with a fraction, and how alike the sound there is to the tone (1: the tone itself
    and nothing else); None when the piece is shorter than a tone.
    """
    sine = template(second, rate)
    count = len(sine)
    if len(samples) < count + 3:
        return None
    times = np.arange(count) / rate
    wave = sine + 1j * np.cos(2 * np.pi * frequency(second) * times)
    size = 1 << int(np.ceil(np.log2(len(samples) + count)))
    spectrum = np.fft.fft(samples, size)
    places = len(samples) - count + 1
    match = np.fft.ifft(spectrum * np.conj(np.fft.fft(wave, size)))[:places]
    strength = np.abs(match)
    peak = int(np.argmax(strength))
    # The envelope finds the tone to a part of a period; the phase then finds it to a part of a sample.
    reach = max(1, int(rate / frequency(second) / 2))
    low, high = max(1, peak - reach), min(places - 2, peak + reach)
    if high < low:
        return None
    best = low + int(np.argmax(match.real[low : high + 1]))
    before, here, after = match.real[best - 1 : best + 2]
    curve = before - 2 * here + after
    fraction = 0.0 if curve == 0 else float(np.clip((before - after) / (2 * curve), -0.5, 0.5))
    energy = np.sqrt(np.sum(samples[peak : peak + count] ** 2) * count / 2)
    return best + fraction, float(strength[peak] / energy) if energy > 0 else 0.0


def room_with_tones(start, length, rate):
    """Sound from `start` seconds of the shift on, for tests of the finder."""
    times = start + np.arange(int(round(length * rate))) / rate
    noise = np.random.default_rng(1).integers(-40, 41, len(times)).astype(float)
    second = np.floor(times)
    since = times - second
    tone = 12000 * np.sin(2 * np.pi * (500 + 100 * (second % 10)) * since) * (since < LENGTH)
    return np.round(noise + tone).astype(np.int16)
