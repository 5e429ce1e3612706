"""What is heard: engines turn utterances into sound."""
