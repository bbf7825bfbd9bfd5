namespace Fraud.Report.Formats;

/// <summary>How each format writes a TLP level.</summary>
internal static class TlpMarks
{
    private static readonly (string Word, string StixId)[] Table =
    [
        ("clear", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
        ("green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
        ("amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
        ("amber+strict", "939a9414-2ddd-4d32-a0cd-375ea402b003"),
        ("red", "e828b379-4e03-4974-9ac4-e53a884c97c1"),
    ];

    /// <summary>The word of STIX and MISP, such as "amber+strict".</summary>
    public static string Word(this Tlp tlp) => Table[(int)tlp].Word;

    /// <summary>Id of the marking definition OASIS published for TLP 2.0.</summary>
    public static string StixId(this Tlp tlp) => $"marking-definition--{Table[(int)tlp].StixId}";
}
