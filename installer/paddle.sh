#!/bin/sh
# Installs Paddle into the virtual environment $1, by the lock file $2, and makes the file
# $1/paddle once that need not be tried again: when Paddle is there, or when none is published
# for this machine. Never fails, because everything works without Paddle.

if said=$("$1/bin/uv" pip install -q --python "$1/bin/python" --require-hashes -r "$2" 2>&1); then
    touch "$1/paddle"
elif echo "$said" | tr '\n' ' ' | grep -q 'paddlepaddle[^ ]* has no wheels'; then
    echo "There is no Paddle for this machine. Everything works without it."
    touch "$1/paddle"
else
    echo "$said" >&2
    echo "Paddle could not be installed; the next make install tries again." \
        "Everything works without it."
fi
