import type { CityManifest } from "../../../domain/contract/city.ts";
import type { SentAd } from "../../api/ad-store.ts";
import type { Theme } from "../../app/theme.ts";
import { useAdQueue } from "../../state/use-ad-queue.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { AdForm } from "./ad-form.tsx";
import { QueueList, SentList } from "./queue-list.tsx";
import { useAdSteps } from "./use-ad-steps.ts";

type AdViewProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly viewer: OwnViewer;
};

/** The form, what became of it, and what waits. */
export function AdView({ city, theme, viewer }: AdViewProps) {
  const text = useAdRegisterText();
  const queue = useAdQueue(viewer.account);
  const steps = useAdSteps(viewer, queue);
  const { draft, sent, held } = steps;
  return (
    <main className="adr-main">
      <QueueList queue={queue} account={viewer.account} onEdit={steps.edit} />
      {sent && <Done sent={sent} onAgain={steps.again} />}
      {held && (
        <section className="adr-card" data-testid="held">
          <h2 role="status">{queue.isSending ? text.submitting : text.held}</h2>
          <button type="button" className="button primary" onClick={steps.again}>
            {text.done.again}
          </button>
        </section>
      )}
      {steps.at === "failed" && (
        <p className="adr-card adr-trouble" role="alert">
          {text.heldNot}
        </p>
      )}
      {steps.isForm && (
        <AdForm
          key={draft.clientId}
          city={city}
          theme={theme}
          draft={draft}
          picture={steps.picture}
          isSending={steps.at === "sending"}
          onChange={steps.change}
          onSubmit={(picture) => void steps.submit(picture)}
        />
      )}
      <SentList queue={queue} />
    </main>
  );
}

function Done({ sent, onAgain }: { readonly sent: SentAd; readonly onAgain: () => void }) {
  const text = useAdRegisterText().done;
  const { id, road, isNew } = sent;
  return (
    <section className="adr-card" data-testid="done">
      <h2 role="status">{isNew ? text.added(id) : text.updated(id)}</h2>
      <p>{road === null ? text.noRoad : text.road(road)}</p>
      <button type="button" className="button primary" onClick={onAgain}>
        {text.again}
      </button>
    </section>
  );
}
