#!/usr/bin/env bash
# Not yet run. Starts the cluster of compose.yaml, runs the conformance suite there, takes the cluster down.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
compose() { docker compose --file "$here/compose.yaml" --project-name lcqm-cluster "$@"; }

authority=$(mktemp)
trap 'compose down --volumes; rm -f "$authority"' EXIT
compose up --detach
compose cp node1:/certificates/ca/ca.crt "$authority"

echo "waiting for a leader"
for _ in $(seq 60); do
  if curl --silent --fail --cacert "$authority" https://127.0.0.1:2111/gossip | grep -q '"state": *"Leader"'; then break; fi
  sleep 1
done

export LCQM_EVENTSTOREDB_URL="esdb://admin:changeit@127.0.0.1:2111,127.0.0.1:2112,127.0.0.1:2113?tlsCAFile=$authority"
cd "$top"
npm run --silent build
npx vitest run --config vitest.workspace.ts packages/eventstoredb/test/conformance.test.ts
