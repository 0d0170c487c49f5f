# syntax=docker/dockerfile:1
# Everything comes in at the build; the finished picture asks nothing of the network.
FROM node:24-bookworm-slim AS build
WORKDIR /wangge
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx vite build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 PACK=/pack STATE_DIR=/state
WORKDIR /wangge
COPY --from=build /wangge ./
RUN mkdir /state && chown node:node /state && ln -s /wangge/data/packs/demo /pack
USER node
VOLUME /state
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Started directly: a shell or npm in between would not pass the signal to stop on.
CMD ["node", "server/main.ts"]
