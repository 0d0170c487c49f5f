import { useDeskText } from "../../text/desk-text.ts";
import { Icon } from "../../ui/icon.tsx";

/** What the keys do; with a way out where it lies over something. */
export function KeysCard({ onClose }: { readonly onClose?: () => void }) {
  const text = useDeskText().desk.keys;
  return (
    <section className="desk-keys" data-testid="desk-keys">
      <header>
        <h2>{text.title}</h2>
        {onClose && (
          <button type="button" className="plain" aria-label={text.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <dl>
        {text.list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
