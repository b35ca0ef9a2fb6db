#!/bin/sh
# What a pipeline does with a change of the return policy: the policy as it was has to pass, and this change must not.
# Only the law for buyers in Germany is looked at, to keep the sample short. More flags, such as --at, are handed on. AFTERSALE names the command; without it, the installed one is taken.
set -eu
cd "$(dirname "$0")"
: "${AFTERSALE:=npx aftersale}"

$AFTERSALE policy check before.yaml --countries DE "$@"

status=0
$AFTERSALE policy check after.yaml --countries DE "$@" || status=$?
if [ "$status" -ne 1 ]; then
  echo "expected the change to be refused with 1, got $status" >&2
  exit 1
fi
echo 'the change was refused'
