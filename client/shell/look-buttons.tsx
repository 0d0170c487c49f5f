import { useText } from "../text/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import { useLook } from "./look.ts";

/** Day or night, Chinese or English. */
export function LookButtons() {
  const text = useText();
  const { theme, language, change } = useLook();
  const isDay = theme === "day";
  return (
    <>
      <button
        type="button"
        className="desk-button"
        title={text.switchTheme}
        onClick={() => change({ theme: isDay ? "night" : "day" })}
      >
        <Icon name={isDay ? "moon" : "sun"} />
        <span>{isDay ? text.nightTheme : text.dayTheme}</span>
      </button>
      <button
        type="button"
        className="desk-button"
        onClick={() => change({ language: language === "en" ? "zh" : "en" })}
      >
        {text.language}
      </button>
    </>
  );
}
