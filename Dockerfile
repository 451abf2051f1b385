# Prologue in one image: the page, the API and the live rooms on port 3000, data in /data.
#   docker build --tag prologue .
#   docker run --init --publish 127.0.0.1:3000:3000 --volume prologue:/data prologue

FROM node:26.10.0-slim AS build
WORKDIR /prologue
ENV CI=true TURBO_TELEMETRY_DISABLED=1
# The lockfile alone decides what is downloaded, so this layer lasts until it changes.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs ./
RUN npx --yes "$(node --print 'require("./package.json").packageManager')" fetch
COPY . .
RUN npx --yes "$(node --print 'require("./package.json").packageManager')" install --frozen-lockfile --prefer-offline
RUN export PATH="$PWD/node_modules/.bin:$PATH" \
  && turbo run build --filter=@prologue/api \
  && pnpm --filter @prologue/api deploy --prod /deployed

FROM node:26.10.0-slim
WORKDIR /prologue
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN install --directory --owner=node --group=node --mode=700 /data \
  && ln --symbolic /prologue/dist/prologue.js /usr/local/bin/prologue
COPY --from=build /deployed ./
RUN chmod +x dist/prologue.js
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --start-interval=1s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/prologue.js"]
CMD ["start"]
