"""A server on loopback that speaks S3, with an empty bucket: `bucket.py` prints its port, and ends with its input."""

import sys

import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
_, port = server.get_host_and_port()
boto3.client(
    "s3",
    endpoint_url=f"http://127.0.0.1:{port}",
    region_name="us-east-1",
    aws_access_key_id="of-a-test",
    aws_secret_access_key="of-a-test",
).create_bucket(Bucket="atlas", ACL="public-read")
print(port, flush=True)
sys.stdin.read()
server.stop()
