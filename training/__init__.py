"""What makes the models and tables among the resources."""
