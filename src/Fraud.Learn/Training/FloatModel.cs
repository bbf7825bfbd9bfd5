namespace Fraud.Training;

/// <summary>A trained model in full precision, before it is packed.</summary>
/// <param name="Rows">The features it was trained on.</param>
/// <param name="Weights">Weights of the labels, padded; the last row is the bias.</param>
internal sealed record FloatModel(FeatureRows Rows, float[] Weights);
