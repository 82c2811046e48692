# The API and its command line: HTTP, jobs, migrations, seeds. Built from the repository's folder:
#   docker build -f docker/api.Dockerfile -t enlace-api .
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /srv/enlace
# Packages first: they change seldom, and their layer is kept.
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/e2e/package.json apps/e2e/
COPY apps/web/package.json apps/web/
COPY packages/contract/package.json packages/contract/
COPY packages/dev-identity/package.json packages/dev-identity/
COPY packages/dev-mail/package.json packages/dev-mail/
COPY packages/dev-postgres/package.json packages/dev-postgres/
COPY packages/domain/package.json packages/domain/
COPY packages/testing/package.json packages/testing/
RUN npm ci --ignore-scripts --loglevel=error
COPY tsconfig.base.json turbo.json ./
COPY packages/domain packages/domain
COPY packages/contract packages/contract
COPY apps/api apps/api
RUN npm run build --workspace=@enlace/domain --workspace=@enlace/contract \
  && npm run build --workspace=@enlace/api
# What only builds and tests need goes; the API's own packages stay.
RUN mkdir -p files apps/api/node_modules \
  && npm ci --ignore-scripts --loglevel=error --omit=dev --omit=optional \
  --workspace=@enlace/api --workspace=@enlace/contract --workspace=@enlace/domain

FROM node:24.21.0-bookworm-slim AS run
ENV NODE_ENV=production
WORKDIR /srv/enlace
COPY --from=build /srv/enlace/node_modules node_modules
COPY --from=build /srv/enlace/packages/domain/package.json packages/domain/
COPY --from=build /srv/enlace/packages/domain/dist packages/domain/dist
COPY --from=build /srv/enlace/packages/contract/package.json packages/contract/
COPY --from=build /srv/enlace/packages/contract/dist packages/contract/dist
COPY --from=build /srv/enlace/apps/api/package.json /srv/enlace/apps/api/openapi.json apps/api/
COPY --from=build /srv/enlace/apps/api/node_modules apps/api/node_modules
COPY --from=build /srv/enlace/apps/api/dist apps/api/dist
# A new volume here takes over whose it is.
COPY --from=build --chown=node:node /srv/enlace/files files
COPY seeds seeds
COPY NOTICE.md ./
# The image's own account without rights; nothing above belongs to it, so that it cannot change what it runs.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
