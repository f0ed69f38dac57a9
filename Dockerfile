# NUM+ as a container. Not run by us: no machine of ours could build an image yet. Tell us what you find.
# Runs as nobody in particular, with a read-only root; only /data is written.
FROM node:20-bookworm AS build
WORKDIR /app
COPY . .
# What only building needs stays out of the image.
RUN node bin/prepare.js --build && \
  npm uninstall --omit=dev --no-audit --no-fund typescript vite @sveltejs/vite-plugin-svelte && \
  node bin/sbom.js

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:/data/numplus.db
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between: SIGTERM reaches the tool itself, which ends within ten seconds.
ENTRYPOINT ["node", "bin/numplus.js"]
CMD ["serve"]
