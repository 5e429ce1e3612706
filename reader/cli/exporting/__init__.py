"""What ``tingshu export`` does, step by step."""
