"""What a careful second reader would notice. Pure."""
