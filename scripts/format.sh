maven -q -Pformat spotless:apply
