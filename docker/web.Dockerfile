# The screens, served with their policies by a process that knows no database and no secret. Built from
# the repository's folder:
#   docker build -f docker/web.Dockerfile -t enlace-web .
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
COPY apps/web apps/web
RUN npm run build --workspace=@enlace/domain --workspace=@enlace/contract \
  && npm run build --workspace=@enlace/api \
  && npm run build --workspace=@enlace/web
# What only builds and tests need goes; those of the serving process stay.
RUN mkdir -p apps/api/node_modules \
  && npm ci --ignore-scripts --loglevel=error --omit=dev --omit=optional \
  --workspace=@enlace/api --workspace=@enlace/contract --workspace=@enlace/domain

FROM node:24.21.0-bookworm-slim AS run
ENV NODE_ENV=production
ENV ENLACE_WEB_ROOT=/srv/enlace/apps/web/dist/browser
WORKDIR /srv/enlace
COPY --from=build /srv/enlace/node_modules node_modules
COPY --from=build /srv/enlace/packages/domain/package.json packages/domain/
COPY --from=build /srv/enlace/packages/domain/dist packages/domain/dist
COPY --from=build /srv/enlace/packages/contract/package.json packages/contract/
COPY --from=build /srv/enlace/packages/contract/dist packages/contract/dist
COPY --from=build /srv/enlace/apps/api/package.json apps/api/
COPY --from=build /srv/enlace/apps/api/node_modules apps/api/node_modules
COPY --from=build /srv/enlace/apps/api/dist apps/api/dist
COPY --from=build /srv/enlace/apps/web/dist/browser apps/web/dist/browser
COPY NOTICE.md ./
# The image's own account without rights; nothing above belongs to it, so that it cannot change what it runs.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/env.json').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/web-main.js"]
