namespace Fraud.Training;

/// <summary>A trained model in full precision, before it is packed.</summary>
/// <param name="Rows">The features it was trained on.</param>
/// <param name="Labels">Linear weights of the labels, padded; the last row is the bias.</param>
/// <param name="Net">The hidden net.</param>
internal sealed record FloatModel(FeatureRows Rows, float[] Labels, HiddenNet Net);
