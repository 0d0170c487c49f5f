import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** Walls in the library's database: their tokens as hashes, and in a session the wall that it was opened for. */
export const wallPlugin = {
  id: "walls",
  schema: {
    wall: {
      fields: {
        userId: {
          type: "string",
          required: true,
          references: { model: "user", field: "id", onDelete: "cascade" },
        },
        tokenHash: { type: "string", required: true, unique: true },
        start: { type: "string", required: true },
        createdAt: { type: "date", required: true },
      },
    },
    session: { fields: { wallId: { type: "string", required: false, input: false } } },
  },
  endpoints: {
    /** Called by the program alone, once the wall's token was found right. */
    openWall: createAuthEndpoint(
      "/wall/open",
      {
        method: "POST",
        body: z.object({ wallId: z.string(), userId: z.string(), lifeS: z.number() }),
        metadata: { SERVER_ONLY: true },
      },
      async (ctx) => {
        const { wallId, userId, lifeS } = ctx.body;
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(userId);
        if (!user) return ctx.json(null, { status: 404 });
        const expiresAt = new Date(Date.now() + lifeS * 1000);
        const own = { wallId, expiresAt };
        const session = await internalAdapter.createSession(userId, false, own, true);
        await setSessionCookie(ctx, { session, user }, false, { maxAge: lifeS });
        return ctx.json({});
      },
    ),
  },
} satisfies BetterAuthPlugin;
