import type { AdQueue } from "../../state/use-ad-queue.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { useAdWords } from "./use-ad-words.ts";

/** What this phone registered last. */
export function SentList({ queue }: { readonly queue: AdQueue }) {
  const text = useAdRegisterText();
  const { carrierWord } = useAdWords();
  if (queue.sent.length === 0) return null;
  return (
    <section className="street-sent" data-testid="sent">
      <h2>{text.sent}</h2>
      <ul>
        {queue.sent.slice(0, 10).map(({ clientId, id, carrier, road, isNew }) => (
          <li key={clientId}>
            <strong>{id}</strong> {carrierWord(carrier)}{" "}
            <span className="street-hint">
              {isNew ? text.sentNew : text.sentUpdated}
              {road !== null && ` · ${road}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
