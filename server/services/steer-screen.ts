import type { ScreenCommand, SteerBody } from "../../domain/contract/screen.ts";
import { DomainError } from "../../domain/errors.ts";
import { droppedStates } from "../../domain/problem.ts";
import type { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import { actingViewer, type ServiceContext } from "./service-context.ts";
import { keepCommands, keptCommands } from "./stored-screen.ts";

/**
 * A command for one wall or all, kept with an audit row; walls hear of it from the log. Throws `not-found` for a problem that
 * is none or was dropped and a scene that `plan` has not, `bad-body` for a problem without a position.
 */
export async function steerScreen(
  context: ServiceContext,
  sent: SteerBody,
  { scenes }: Pick<ScreenPlan, "scenes">,
): Promise<ScreenCommand> {
  const { city, actor } = context;
  if (sent.command === "scene" && !scenes.some(({ id }) => id === sent.scene)) {
    throw new DomainError("not-found", { what: "scene", id: sent.scene });
  }
  const problem = await wantedProblem(context, sent);
  return city.change(async () => {
    const at = city.now();
    const before = await keptCommands(city.storage);
    return city.storage.write(async (writer) => {
      const { command, wall } = sent;
      const told = {
        at: city.clock.toIso(at),
        wall,
        by: actingViewer(context).name,
        command,
        ...(sent.command === "scene" && { scene: sent.scene }),
        ...(problem && { problem }),
      };
      const id = await writer.audit({
        at,
        actor,
        action: "steer-screen",
        entity: "screen",
        entityId: wall,
        before: null,
        after: told,
      });
      const kept: ScreenCommand = { id: String(id), ...told };
      await keepCommands(writer, [...before, kept]);
      return kept;
    });
  });
}

async function wantedProblem(
  { city }: ServiceContext,
  sent: SteerBody,
): Promise<ScreenCommand["problem"] | null> {
  const id = sent.command === "fly" || sent.command === "pin" ? sent.problem : undefined;
  if (id === undefined) return null;
  const [problem] = await city.storage.problemsById([id]);
  const isDropped = droppedStates.some((state) => state === problem?.state);
  if (!problem || isDropped) throw new DomainError("not-found", { what: "problem", id });
  if (!problem.position) {
    throw new DomainError("bad-body", { path: "problem", problem: "a problem with a position" });
  }
  const [lng, lat] = problem.position;
  return { id, at: [lng, lat], category: problem.category };
}
