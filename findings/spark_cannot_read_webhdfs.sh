#!/usr/bin/env bash
# pyspark has Hadoop's client for webhdfs://, which breaks on every answer: its parser of content types was left out.
#
# Seen with pyspark 4.3.0 on 2026-11-30 (Java 17).
# The client is one of the file systems in hadoop-client-runtime, which comes with pyspark. It asks JAX-RS what the
# content type of an answer means; JAX-RS looks for an implementation (Jersey) under the name that shading gave it,
# and the shaded archive holds none. So the request is sent, a server as the protocol describes it answers in JSON, and
# reading that answer ends in ClassNotFoundException, wrapped as “Response decoding failure”. What answers without a
# content type, which no server of Hadoop does, is read: the client then does not ask.
#
# Output seen:
#   asked: GETFILESTATUS
#   application/json: ClassNotFoundException RuntimeDelegateImpl
#   no content type: 7 bytes
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyspark==4.3.0
export SPARK_LOCAL_IP=127.0.0.1
"$folder/venv/bin/python" - 2>/dev/null <<'PY'
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from pyspark.sql import SparkSession

STATUS = {
    "accessTime": 0, "blockSize": 134217728, "group": "group", "length": 7, "modificationTime": 0, "owner": "owner",
    "pathSuffix": "", "permission": "644", "replication": 1, "type": "FILE",
}
asked = set()


class NameNode(BaseHTTPRequestHandler):
    content_type = "application/json"

    def do_GET(self):
        asked.add(parse_qs(urlsplit(self.path).query)["op"][0])
        answer = json.dumps({"FileStatus": STATUS}).encode()
        self.send_response(200)
        if self.content_type:
            self.send_header("Content-Type", self.content_type)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), NameNode)
Thread(target=server.serve_forever, daemon=True).start()
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
java = spark._jvm
path = java.org.apache.hadoop.fs.Path(f"webhdfs://127.0.0.1:{server.server_port}/raw/a.txt")
system = path.getFileSystem(spark._jsc.hadoopConfiguration())
try:
    told = f"{system.getFileStatus(path).getLen()} bytes"
except Exception as error:
    words = str(error).replace(".", " ").split()
    told = " ".join(word for word in ("ClassNotFoundException", "RuntimeDelegateImpl") if word in " ".join(words))
print("asked:", *sorted(asked))
print("application/json:", told)
assert told == "ClassNotFoundException RuntimeDelegateImpl", "the answer is read now"
NameNode.content_type = None
bare = f"{system.getFileStatus(path).getLen()} bytes"
print("no content type:", bare)
assert bare == "7 bytes"
spark.stop()
PY
