# The API alone: its database is a Neo4j that NEO4J_URI names, for example the one of docker-compose.yml.
# There is no Docker where the tests run: test/docker.spec.ts holds this file to the code, nothing has built it.

FROM node:20-bookworm-slim AS build
WORKDIR /skillwake
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY seeds seeds
RUN npm run build

FROM node:20-bookworm-slim AS dependencies
WORKDIR /skillwake
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /skillwake
COPY package.json ./
COPY --from=dependencies /skillwake/node_modules node_modules
COPY --from=build /skillwake/dist dist
# User 1000: docker-compose.yml gives the secrets to this number.
USER node
EXPOSE 4000
ENTRYPOINT ["node", "--max-semi-space-size=32", "dist/src/main.js"]
CMD ["start"]
