#!/bin/sh
# Prints a Python that Tingshu runs on (3.11 to 3.13), or says that there is none.
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
    then
        echo "$candidate"
        exit 0
    fi
done
echo "Tingshu needs Python 3.11, 3.12 or 3.13; PYTHON=/path/to/python names one." >&2
exit 1
