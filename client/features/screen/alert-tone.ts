const NOTES_HZ = [880, 660];
const NOTE_S = 0.22;
const VOLUME = 0.15;

let context: AudioContext | null = null;

/** Two quiet tones, made here. A browser that lets no page make sounds stays silent. */
export async function soundTone(): Promise<void> {
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === "suspended") await audio.resume().catch(() => undefined);
  if (audio.state !== "running") return;
  for (const [i, frequency] of NOTES_HZ.entries()) {
    const begin = audio.currentTime + i * NOTE_S;
    const tone = new OscillatorNode(audio, { frequency, type: "sine" });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(VOLUME, begin + 0.02);
    gain.gain.linearRampToValueAtTime(0, begin + NOTE_S);
    tone.connect(gain).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + NOTE_S);
  }
}
