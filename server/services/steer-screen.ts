import type { ScreenCommand, SteerBody } from "../../domain/contract/screen.ts";
import { DomainError } from "../../domain/errors.ts";
import { actingViewer, type ServiceContext } from "./service-context.ts";
import { keepCommands, keptCommands } from "./stored-screen.ts";

/**
 * A command for one wall or all, kept with an audit row; walls hear of it from the log. Throws `not-found` for a problem that
 * is none, `bad-body` for one without a position.
 */
export async function steerScreen(
  context: ServiceContext,
  sent: SteerBody,
): Promise<ScreenCommand> {
  const { city, actor } = context;
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
  if (!problem) throw new DomainError("not-found", { what: "problem", id });
  if (!problem.position) {
    throw new DomainError("bad-body", { path: "problem", problem: "a problem with a position" });
  }
  const [lng, lat] = problem.position;
  return { id, at: [lng, lat], category: problem.category };
}
