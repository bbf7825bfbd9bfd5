using System.Text.Encodings.Web;
using System.Text.Json;
using Fraud.Findings;

namespace Fraud.Checking;

/// <summary>The result of a check as JSON: the one shape of `fraud check`, POST /api/v1/check and exports. Offsets are UTF-16 units of the original text.</summary>
public static class CheckJson
{
    private const double SmallestListed = 0.005;

    /// <summary>Compact, one line, Chinese readable.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one result; <paramref name="id"/> is left out when null.</summary>
    public static void Write(Utf8JsonWriter json, string? id, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(assessment);
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id"u8, id);
        }

        json.WriteString("verdict"u8, assessment.Verdict switch { Verdict.Alert => "alert", Verdict.Review => "review", Verdict.Clear => "clear", _ => throw new InvalidOperationException("unknown verdict") });
        json.WriteString("label"u8, assessment.Label.Id());
        json.WriteNumber("score"u8, Round(assessment.Score));
        json.WriteString("stance"u8, StanceId(assessment.Stance));
        WriteLabels(json, assessment);
        WriteFindings(json, assessment);
        WriteOffer(json, assessment.Offer);
        WriteContacts(json, assessment);
        WriteKeys(json, assessment);
        json.WriteString("model"u8, assessment.Model);
        json.WriteString("policy"u8, assessment.Policy);
        json.WriteEndObject();
    }

    private static string StanceId(Stance stance) => stance switch
    {
        Stance.Offer => "offer",
        Stance.Disclose => "disclose",
        Stance.Report => "report",
        Stance.Warn => "warn",
        Stance.Other => "other",
        _ => throw new InvalidOperationException("unknown stance"),
    };

    private static void WriteLabels(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject("labels"u8);
        foreach (var label in PitchLabels.All.OrderByDescending(l => assessment.Labels[(int)l]))
        {
            if (assessment.Labels[(int)label] >= SmallestListed || label == assessment.Label)
            {
                json.WriteNumber(label.Id(), Round(assessment.Labels[(int)label]));
            }
        }

        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("findings"u8);
        foreach (var finding in assessment.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, finding.Rule);
            json.WriteNumber("start"u8, finding.Start);
            json.WriteNumber("end"u8, finding.End);
            json.WriteNumber("weight"u8, Round(finding.Weight));
            json.WriteString("reason"u8, finding.Reason.En);
            json.WriteString("reason_zh"u8, finding.Reason.Zh);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOffer(Utf8JsonWriter json, Offer? offer)
    {
        json.WritePropertyName("offer"u8);
        if (offer is null)
        {
            json.WriteNullValue();
            return;
        }

        WriteValue(json, offer);
    }

    /// <summary>Writes one offer as a value.</summary>
    public static void WriteValue(Utf8JsonWriter json, Offer offer)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(offer);
        json.WriteStartObject();
        json.WriteString("kind"u8, offer.Kind);
        Number(json, "quantity_tokens", offer.QuantityTokens);
        Number(json, "credit_usd", offer.CreditUsd);
        Number(json, "months", offer.Months);
        Number(json, "price", offer.Price);
        Word(json, "currency", offer.Currency);
        Flag(json, "currency_inferred", offer.CurrencyInferred);
        Number(json, "heads", offer.Heads > 1 ? offer.Heads : null);
        Word(json, "model", offer.Model);
        Word(json, "side", offer.Side);
        Number(json, "usd_per_1m", offer.UsdPer1M);
        Number(json, "ref_usd_per_1m", offer.RefUsdPer1M);
        Word(json, "reference", offer.Reference);
        Number(json, "pay_fraction", offer.PayFraction);
        Flag(json, "lower_bound", offer.LowerBound);
        Number(json, "discount_vs_blend", offer.DiscountVsBlend);
        Number(json, "multiplier", offer.Multiplier);
        Number(json, "principal", offer.Principal);
        Word(json, "programme", offer.Programme);
        Number(json, "apr", offer.Apr);
        Word(json, "tier", offer.Tier);
        json.WriteBoolean("below_floor"u8, offer.BelowFloor);
        json.WriteNumber("start"u8, offer.Start);
        json.WriteNumber("end"u8, offer.End);
        Word(json, "wording", offer.Wording.En);
        Word(json, "wording_zh", offer.Wording.Zh);
        json.WriteEndObject();
    }

    private static void WriteContacts(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("contacts"u8);
        foreach (var contact in assessment.Contacts)
        {
            WriteValue(json, contact);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one contact as a value.</summary>
    public static void WriteValue(Utf8JsonWriter json, Contact contact)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(contact);
        json.WriteStartObject();
        json.WriteString("kind"u8, contact.Kind);
        json.WriteString("value"u8, contact.Value);
        json.WriteString("role"u8, contact.Role);
        Word(json, "detail", contact.Detail);
        json.WriteNumber("start"u8, contact.Start);
        json.WriteNumber("end"u8, contact.End);
        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("keys"u8);
        foreach (var key in assessment.Keys)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, key.Rule);
            json.WriteString("issuer"u8, key.Issuer);
            json.WriteString("redacted"u8, key.Redacted);
            json.WriteString("fingerprint"u8, key.Fingerprint);
            json.WriteNumber("start"u8, key.Start);
            json.WriteNumber("end"u8, key.End);
            json.WriteString("confidence"u8, key.Confidence switch { KeyConfidence.Low => "low", KeyConfidence.Medium => "medium", KeyConfidence.High => "high", _ => throw new InvalidOperationException("unknown confidence") });
            Word(json, "revoke", key.RevokeUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number is >= 1e6 or 0 ? number : double.Parse(number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void Word(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static double Round(double value) => Math.Round(value, 4);
}
