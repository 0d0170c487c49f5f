import { useState } from "react";
import { useLook } from "../../shell/look.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";

const sizes = { "1920×1080": [1920, 1080], "3840×1080": [3840, 1080] } as const;
type Size = keyof typeof sizes;

/** Width of the preview, px; less where the page is narrower. */
const MOST_PX = 640;
/** Left and right of it on a narrow page. */
const AROUND_PX = 38;

/** The wall as it would show a scene, small: a picture to look at, not to touch. */
export function ScenePreview({ scene }: { readonly scene: string }) {
  const text = useScreenEditText().screenEdit;
  const { language } = useLook();
  const [size, setSize] = useState<Size>("1920×1080");
  const [width, height] = sizes[size];
  const shown = Math.min(MOST_PX, innerWidth - AROUND_PX);
  const scale = shown / width;
  const search = new URLSearchParams({ scene, hold: "1", preview: "1" });
  if (language === "en") search.set("lang", "en");
  return (
    <section className="screens-preview" aria-label={text.preview}>
      <h2>{text.preview}</h2>
      <label>
        {text.size}
        <select value={size} onChange={({ target }) => setSize(target.value as Size)}>
          {Object.keys(sizes).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <div style={{ width: shown, height: height * scale }}>
        <iframe
          key={`${scene} ${size}`}
          title={text.preview}
          src={`/screen?${search}`}
          tabIndex={-1}
          style={{ width, height, transform: `scale(${scale})` }}
        />
      </div>
      <p className="muted">{text.previewHint}</p>
    </section>
  );
}
