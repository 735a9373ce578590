package webhookinspector.web;

import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.inspection.DeliveryLine;

/**
 * One delivery, whole.
 *
 * @param headers in the order and case in which they came; a handshake's secret is replaced by its
 *     fingerprint
 * @param body the bytes that came, and nothing else
 */
public record DeliveryDetail(DeliveryLine line, Headers headers, Body body) {}
